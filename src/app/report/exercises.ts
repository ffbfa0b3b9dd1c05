/** The part of the report on exercises: what is known of each, for those that were tried. */
export interface ReportedExercise {
  readonly id: string;
  readonly title: string;
  readonly state: "passed" | "tried";
  readonly tries: number;
  /** What the last check said, in one line. */
  readonly said: string;
}

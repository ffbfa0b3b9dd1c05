/** A task as an approach sees it. */
export interface Task {
  readonly index: number;
  /** Carries the task out on this thread; settles when it is done. */
  run(): Promise<void>;
}

/** A worker thread as an approach sees it. */
export interface Worker {
  /** Carries the task out on that thread; settles when it is done. */
  run(task: Task): Promise<void>;
}

/** Carries out all tasks; settles when the last one is done. */
export type Approach = (
  tasks: readonly Task[],
  lab: { readonly workers: readonly Worker[] },
) => Promise<void>;

export { presentQuestion } from "./present-question.ts";
export { describeAnswer, gradeQuestion, isAnswer } from "./question-types.ts";
export { nameId } from "./words.ts";
export type { Graded, Presented, PresentedItem, PresentedOption, Unmeasured } from "./question-type.ts";

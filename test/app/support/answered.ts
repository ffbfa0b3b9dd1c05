/** Progress of someone who has taken lessons before. */
import { answerFromDraft, createDraft } from "../../../src/app/draft.ts";
import { measuredIn, questionsOf } from "../../../src/app/measured.ts";
import type { AppState } from "../../../src/app/state.ts";
import type { Answer, Question } from "../../../src/lessons/model.ts";
import { gradeQuestion, presentQuestion } from "../../../src/lessons/questions/index.ts";
import { applyChange } from "../../../src/progress/document.ts";
import { freezeDeep } from "./freeze.ts";

/** The state after every question was answered as it stood when it was asked: some rightly, some not. */
export function answerEverything(state: AppState, at: string): AppState {
  let { progress } = state;
  for (const lesson of state.lessons) {
    const measured = measuredIn({ ...state, progress }, lesson);
    for (const { asked, question } of questionsOf(lesson)) {
      const answer = answerAsItStands(question, measured);
      const to = { lesson: lesson.id, question: question.id, answer, at };
      if (asked === "predict") progress = applyChange(progress, { kind: "predicted", ...to });
      else {
        const { outcome } = gradeQuestion(question, answer, measured);
        if (outcome !== "unmeasured") progress = applyChange(progress, { kind: "answered", ...to, outcome });
      }
    }
  }
  return freezeDeep({ ...state, progress });
}

function answerAsItStands(question: Question, measured: Parameters<typeof presentQuestion>[1]): Answer {
  const presented = presentQuestion(question, measured);
  const draft = createDraft(presented);
  const answer = answerFromDraft(draft.kind === "several" ? { ...draft, chosen: [0] } : draft, presented);
  if (answer === null) throw new Error(`${question.id} cannot be answered`);
  return answer;
}

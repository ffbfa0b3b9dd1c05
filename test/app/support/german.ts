/** The lessons as somebody who reads German has them. To be loaded after `speak("de")`. */
import { readTranslations } from "../../../src/lessons/read-lessons.ts";
import { freezeDeep } from "./freeze.ts";
import { lessons, lessonsFolder } from "./lessons.ts";

const read = readTranslations(lessonsFolder, "de", lessons);
if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems));
export const germanLessons = freezeDeep(read.lessons);

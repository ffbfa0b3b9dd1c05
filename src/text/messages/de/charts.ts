import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";
import { words } from "./words.ts";

export const charts: Messages["charts"] = {
  memory: "Speicher",
  threads: "Threads",
  cpu: "CPU",
  inFlight: "unterwegs",
  late: "zu spät",
  answers: "Antwort",
  wholeProgram: "Speicher, Threads, CPU: das ganze Programm; von: vor den Threads",
  most: (figure) => `bis ${figure}`,
  atFirst: (figure) => `von ${figure}`,
  tasksBegin: "0: die Aufgaben beginnen",
  speedUps: "wievielmal so schnell wie ein Worker (nach oben), nach Zahl der Worker",
  cores: (count) => words.cores(count),
  measured: "gemessen",
  middleHalf: "mittlere Hälfte der Läufe",
  fitted: (percent) => `angepasst: ${figures.percent(percent)} nicht teilbar`,
  ideal: "ideal",
  pictureBefore: "Aufgabe 1: das Bild vorher",
  pictureAfter: "nachher",
  noPicture: "In diesem Lauf gab es kein Bild.",
};

import type { Messages } from "../en/index.ts";
import { figures } from "./figures.ts";

const orders = (count: number) => `${figures.count(count)} ${count === 1 ? "Reihenfolge" : "Reihenfolgen"}`;

export const schedule: Messages["schedule"] = {
  goals: {
    "lost-update":
      "Drücke 1 oder 2: Dieser Thread macht seinen nächsten Schritt. Versuche, eine Änderung zu verlieren.",
    deadlock:
      "Drücke 1 oder 2: Dieser Thread macht seinen nächsten Schritt. Versuche, beide für immer warten zu lassen.",
  },
  steps: {
    read: (variable, into) => `lies ${variable} in ${into}`,
    write: (own, variable) => `schreib ${own} in ${variable}`,
    add: (by, variable) => `addiere ${by} zu ${variable}`,
    lock: (lock) => `sperre ${lock}`,
    unlock: (lock) => `gib ${lock} frei`,
  },
  thread: (thread) => `Thread ${thread}`,
  done: "  fertig",
  holds: (locks) => `  hält ${locks}`,
  waitsFor: (thread) => `  wartet auf Thread ${thread}`,
  own: "  eigen: ",
  shared: "  gemeinsam: ",
  schedule: "  Reihenfolge: ",
  lock: (name) => `Sperre ${name}: `,
  free: "frei",

  has: {
    read: (thread, variable, into, value) =>
      `Thread ${thread} hat ${variable} gelesen: Sein ${into} ist ${value}.`,
    computed: (thread, own, value) =>
      `Thread ${thread} hat gerechnet: Sein ${own} ist ${value}. Das sieht sonst niemand.`,
    written: (thread, own, variable, value) =>
      `Thread ${thread} hat sein ${own} geschrieben: ${variable} ist ${value}.`,
    added: (thread, by, variable, value) =>
      `Thread ${thread} hat ${by} addiert, in einem Schritt: ${variable} ist ${value}.`,
    locked: (thread, lock) => `Thread ${thread} hält Sperre ${lock}.`,
    unlocked: (thread, lock) => `Thread ${thread} hat Sperre ${lock} freigegeben.`,
  },
  nothingYet: "Noch ist nichts geschehen.",
  isDone: (thread) => `Thread ${thread} ist fertig. Nur der andere kann weitermachen.`,
  cannotGoOn: (thread, lock, holder) =>
    `Thread ${thread} kann nicht weiter: Er wartet auf Sperre ${lock}, und die hält Thread ${holder}.`,
  stuck: (thread, holds, waitsFor) =>
    `Thread ${thread} ${holds === null ? "" : `hält ${holds} und `}wartet auf ${waitsFor}.`,
  deadlock: (each) => `${each} Keiner kann je weiter: eine Verklemmung.`,
  asInTurn: "Beide Threads sind fertig, und alles ist, als wäre einer nach dem anderen gelaufen.",
  lost: (variable, found, expected) =>
    `${variable} ist ${found}. Ein Thread nach dem anderen ergibt ${expected}: Eine Änderung ging verloren.`,
  broken: (what) => `${what} Du hast es kaputt gekriegt.`,
  notBroken: (what) => `${what} Diesmal ging nichts kaputt.`,
  nothingBreaks: "Dieses Programm geht nicht kaputt.",
  noneBreaks: {
    "lost-update": (all) => `Alle ${orders(all)} wurden eben durchprobiert: Keine verliert eine Änderung.`,
    deadlock: (all) => `Alle ${orders(all)} wurden eben durchprobiert: Keine endet in einer Verklemmung.`,
  },
  someBreak: {
    "lost-update": (all, broken) =>
      `Es gibt ${orders(all)}, alle eben durchprobiert: ${broken} ${broken === 1 ? "verliert" : "verlieren"} eine Änderung.`,
    deadlock: (all, broken) =>
      `Es gibt ${orders(all)}, alle eben durchprobiert: ${broken} ${broken === 1 ? "endet" : "enden"} in einer Verklemmung.`,
  },
};

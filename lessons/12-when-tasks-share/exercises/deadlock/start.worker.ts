import { parentPort } from "node:worker_threads";
import { lock, unlock } from "./lock.ts";
import { examine } from "./work.ts";

interface Job {
  accounts: Int32Array;
  locks: Int32Array;
  transfers: [from: number, to: number, amount: number][];
}

parentPort?.once("message", ({ accounts, locks, transfers }: Job) => {
  for (const [from, to, amount] of transfers) {
    lock(locks, from);
    const left = accounts[from] - examine(amount);
    lock(locks, to);
    accounts[from] = left;
    accounts[to] = accounts[to] + amount;
    unlock(locks, to);
    unlock(locks, from);
  }
});

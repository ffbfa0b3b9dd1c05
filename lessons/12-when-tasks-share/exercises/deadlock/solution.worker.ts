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
    // Everybody takes the smaller number first: nobody holds a lock that another needs before it.
    const [first, second] = from < to ? [from, to] : [to, from];
    lock(locks, first);
    lock(locks, second);
    const left = accounts[from] - examine(amount);
    accounts[from] = left;
    accounts[to] = accounts[to] + amount;
    unlock(locks, second);
    unlock(locks, first);
  }
});

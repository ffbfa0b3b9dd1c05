/** What the threads of these tests share. */
export interface LockUser {
  readonly memory: SharedArrayBuffer;
  readonly times: number;
}
/**
 * Cells of the shared memory: the lock, the counter, how many threads are inside and the most that were, how often one
 * had to wait, and a gate at which all begin.
 */
export const cell = { lock: 0, counter: 16, inside: 32, most: 33, blocked: 48, gate: 49 } as const;

/** Exit codes, as the help lists them. A program ended by a signal exits with 128 and the signal's number. */
export const exitCodes = {
  ok: 0,
  failure: 1,
  usage: 2,
  signals: { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 },
} as const;

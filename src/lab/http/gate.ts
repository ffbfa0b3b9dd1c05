/** Lets so many through at a time; the others wait for their turn, first come, first served. */
export function createGate(most: number): <T>(enter: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (enter) => {
    if (inside >= most) await new Promise<void>((admit) => waiting.push(admit));
    else inside++;
    try {
      return await enter();
    } finally {
      // The place goes to the next one without becoming free in between.
      const admit = waiting.shift();
      if (admit === undefined) inside--;
      else admit();
    }
  };
}

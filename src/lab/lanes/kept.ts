/** Remembers one value for as long as what it was made from stays the same. */
export class Kept<Value> {
  private key: readonly unknown[] = [];
  private value: Value | undefined;

  /** @param key all that the value depends on */
  get(key: readonly unknown[], make: () => Value): Value {
    if (this.value === undefined || !isSame(key, this.key)) {
      this.value = make();
      this.key = key;
    }
    return this.value;
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

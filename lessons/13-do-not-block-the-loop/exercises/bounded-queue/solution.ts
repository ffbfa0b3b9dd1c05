/** Takes the next item from where they come from; `null` when there are no more. */
type Take = () => Promise<string | null>;
/** Stores an item. This takes much longer than taking one. */
type Save = (item: string) => Promise<void>;

/** First in, first out, with room for `limit` items. */
class Queue<T> {
  private readonly limit: number;
  private readonly items: T[] = [];
  /** Each wakes somebody who waits for a place. */
  private readonly putters: (() => void)[] = [];
  /** Each wakes somebody who waits for an item. */
  private readonly getters: (() => void)[] = [];

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Kept when the item is in the queue: waits while that is full. */
  async put(item: T): Promise<void> {
    // Looks again after each wait: somebody else may have been quicker.
    while (this.items.length >= this.limit) {
      await new Promise<void>((resolve) => this.putters.push(resolve));
    }
    this.items.push(item);
    this.getters.shift()?.();
  }

  /** Kept when there is an item, with that: waits while the queue is empty. */
  async get(): Promise<T> {
    while (this.items.length === 0) {
      await new Promise<void>((resolve) => this.getters.push(resolve));
    }
    const item = this.items.shift() as T;
    this.putters.shift()?.();
    return item;
  }
}

/** Stores all items: `limit` of them at once, while at most as many more wait in the queue. */
export default async function run(take: Take, save: Save, limit: number): Promise<void> {
  const queue = new Queue<string | null>(limit);
  const consumers = Array.from({ length: limit }, () => consume(queue, save));
  await Promise.all([produce(take, queue, limit), ...consumers]);
}

/** Puts all items into the queue, and at the end a `null` for each consumer. */
async function produce(take: Take, queue: Queue<string | null>, consumers: number): Promise<void> {
  for (let item = await take(); item !== null; item = await take()) await queue.put(item);
  for (let ends = 0; ends < consumers; ends++) await queue.put(null);
}

/** Stores what it gets from the queue, one after the other, until it gets `null`. */
async function consume(queue: Queue<string | null>, save: Save): Promise<void> {
  for (let item = await queue.get(); item !== null; item = await queue.get()) await save(item);
}

/** Takes the next item from where they come from; `null` when there are no more. */
type Take = () => Promise<string | null>;
/** Stores an item. This takes much longer than taking one. */
type Save = (item: string) => Promise<void>;

/** First in, first out, with room for `limit` items. Not written yet. */
class Queue<T> {
  constructor(limit: number) {}

  /** Kept when the item is in the queue: waits while that is full. */
  async put(item: T): Promise<void> {}

  /** Kept when there is an item, with that: waits while the queue is empty. */
  async get(): Promise<T> {
    throw new Error("Queue.get is not written yet");
  }
}

/** Stores all items: `limit` of them at once, while at most as many more wait in the queue. */
export default async function run(take: Take, save: Save, limit: number): Promise<void> {
  // Takes everything there is, and stores all of it at once. With a queue it becomes:
  // one call of produce and `limit` calls of consume, all of them at once.
  const items: string[] = [];
  for (let item = await take(); item !== null; item = await take()) items.push(item);
  await Promise.all(items.map((item) => save(item)));
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

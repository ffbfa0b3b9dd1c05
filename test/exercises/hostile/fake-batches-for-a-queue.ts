// bounded-queue | not-passed | Stores in batches: nothing waits in a queue.
type Take = () => Promise<string | null>;
type Save = (item: string) => Promise<void>;
export default async function run(take: Take, save: Save, limit: number): Promise<void> {
  let batch: string[] = [];
  for (let item = await take(); item !== null; item = await take()) {
    batch.push(item);
    if (batch.length === limit) { await Promise.all(batch.map(save)); batch = []; }
  }
  await Promise.all(batch.map(save));
}

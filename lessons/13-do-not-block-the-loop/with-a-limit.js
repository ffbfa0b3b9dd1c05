// A new one starts only when one is done: back-pressure.
export default async function withALimit(uploads, { limit }) {
  const queue = uploads.values();
  const lines = Array.from({ length: limit }, async () => {
    for (const upload of queue) await upload.run();
  });
  await Promise.all(lines);
}

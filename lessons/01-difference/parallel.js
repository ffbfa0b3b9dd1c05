// Several cooks: whoever is free takes the next dish.
export default async function parallel(dishes, { workers }) {
  const queue = dishes.values();
  const cooking = workers.map(async (worker) => {
    for (const dish of queue) await worker.run(dish);
  });
  await Promise.all(cooking);
}

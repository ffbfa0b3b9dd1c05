// One dish after another.
export default async function sequential(dishes) {
  for (const dish of dishes) {
    await dish.run();
  }
}

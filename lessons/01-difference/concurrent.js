// One cook: begin all dishes, turn from one to the next.
export default async function concurrent(dishes) {
  const begun = dishes.map((dish) => dish.run());
  await Promise.all(begun);
}

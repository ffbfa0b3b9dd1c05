// Waits for every one of them, however it ends.
const paths = ["/api/users", "/api/posts", "/api/comments"];
export default async function load(tasks, { fetch }) {
  const ends = await Promise.allSettled(paths.map((path) => fetch(path)));
  return ends.filter((end) => end.status === "fulfilled");
}

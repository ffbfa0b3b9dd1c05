// Each request is awaited before the next one is made.
export default async function load(tasks, { fetch }) {
  const users = await fetch("/api/users");
  const posts = await fetch("/api/posts");
  const comments = await fetch("/api/comments");
  return [users, posts, comments];
}

// All three are made; then all three are awaited.
export default async function load(tasks, { fetch }) {
  const users = fetch("/api/users");
  const posts = fetch("/api/posts");
  const comments = fetch("/api/comments");
  return await Promise.all([users, posts, comments]);
}

// Promise.all, too. But look where the other awaits are.
export default async function load(tasks, { fetch }) {
  return await Promise.all([
    await fetch("/api/users"),
    await fetch("/api/posts"),
    await fetch("/api/comments"),
  ]);
}

// Start everything that there is.
export default async function allAtOnce(uploads) {
  const all = uploads.map((upload) => upload.run());
  await Promise.all(all);
}

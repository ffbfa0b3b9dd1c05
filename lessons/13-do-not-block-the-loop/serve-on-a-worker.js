import { createServer } from "node:http";
export default (tasks, { pool, serve }) => {
  const web = createServer(async (req, res) => {
    const [, n] = req.url.split("/image/");
    if (n) await pool.run(tasks[n]); // there
    res.end("done\n");
  });
  return serve(web);
};

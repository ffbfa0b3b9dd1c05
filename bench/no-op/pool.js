/** Everything to the pool at once: what it takes to hand out tasks that are nothing. */
export default (tasks, { pool }) => Promise.all(tasks.map((task) => pool.run(task)));

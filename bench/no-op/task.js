/** A task for the other pools. */
export default () => 0;

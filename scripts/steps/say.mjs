/** One line of progress in both languages: the reader's own is not known yet. */
export function say(zh, en) {
  console.log(`${zh} · ${en}`);
}

/** Ends the run with a reason and what to do about it, in both languages. */
export function stop(zh, en) {
  console.error(`\n${zh}\n${en}`);
  process.exit(1);
}

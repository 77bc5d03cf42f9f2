/** Where to go after signing in: a page of ours, whatever the address asks for. */
export function pathWithin(wanted: string): string {
  const isOurs = /^\/(?![/\\])/.test(wanted) && !/^\/(sign-in|join)\b/.test(wanted);
  return isOurs ? wanted : '/';
}

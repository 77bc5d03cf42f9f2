/** The page that uses a one-time link; the token stands behind `#`, which browsers send to no server and no log. */
export function oneTimeLink(ours: string, token: string): string {
  return `${new URL('/join', ours).href}#${token}`;
}

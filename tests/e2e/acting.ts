import type { BrowserContextOptions } from 'playwright-core';
import { expect, inject } from 'vitest';

/** Somebody of the invented county, in the browser and over the API, as a trial lets one act. */
export interface Actor {
  /** For a page of this person's own. */
  readonly options: BrowserContextOptions;
  ask<Answer>(path: string): Promise<Answer>;
  send<Answer = unknown>(path: string, body: object | FormData): Promise<Answer>;
}

/** @param person as `demo-AREA-ROLE`, with the school's id behind it for who works in one */
export function actor(area: string, person: string): Actor {
  const address = inject('address');
  const acting = encodeURIComponent(`${area}/${person}`);
  const cookie = {
    name: 'junheng-acting',
    value: acting,
    domain: new URL(address).hostname,
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax' as const,
  };
  const call = async <Answer>(path: string, init: RequestInit): Promise<Answer> => {
    const headers = { ...init.headers, cookie: `junheng-acting=${acting}` };
    const answer = await fetch(`${address}/api/v1${path}`, { ...init, headers });
    expect(answer.status, `${path} ${await answer.clone().text()}`.slice(0, 400)).toBeLessThan(300);
    return (await answer.json()) as Answer;
  };
  return {
    options: { storageState: { cookies: [cookie], origins: [] } },
    ask: (path) => call(path, {}),
    send: (path, body) =>
      call(path, {
        method: 'POST',
        ...(body instanceof FormData
          ? { body }
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }),
  };
}

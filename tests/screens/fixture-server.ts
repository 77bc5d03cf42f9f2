import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { balanceRoutes } from '#contracts/balance';
import { organizationRoutes } from '#contracts/organization';
import { FixtureCounty, sizes } from './fixture-county.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

function send(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, status: number, code: string) {
  const text = { zh: '样例拒绝', en: 'Refused by the sample server' };
  send(response, status, { code, status, text, remedy: { zh: '这是样例。', en: 'This is a sample.' } });
}

const counties = new Map<string, FixtureCounty>();
function countyOf(code: string): FixtureCounty {
  const known = counties.get(code) ?? new FixtureCounty(code);
  counties.set(code, known);
  return known;
}

/**
 * Answers one API path with made-up data, each answer passed through its contract.
 * 990001 has 60 schools, 990002 one, 990003 none, 990004 3,000; 990005 is refused, 990006 never answers, 990007 fails.
 */
function answer(path: string, query: URLSearchParams, response: ServerResponse) {
  const [, root, second = '', code = '', screen = '', rest = ''] = path.split('/').map(decodeURIComponent);
  const area = root === 'balance' ? code : second;
  if (area === '990006') return;
  if (area === '990005') return refuse(response, 403, 'access.refused');
  if (area === '990007') return refuse(response, 500, 'core.unexpected');
  if (root === 'standards') return send(response, 200, { rows: [] });
  if (root === 'search') return send(response, 200, { rows: [] });
  if (root === 'areas' && area === '000000' && code === 'children') {
    const rows = Object.keys(sizes).map((known) => ({ ...countyOf(known).area(), name: `虚构县 ${known}` }));
    return send(response, 200, organizationRoutes.children.response.parse({ rows }));
  }
  const county = countyOf(area);
  if (root === 'areas' && code === '')
    return send(response, 200, organizationRoutes.area.response.parse(county.area()));
  if (root !== 'balance') return refuse(response, 404, 'sample.unknown');
  if (county.schools.length === 0) return refuse(response, 404, 'balance.noFacts');
  if (screen === 'overview') return send(response, 200, balanceRoutes.overview.response.parse(county.overview()));
  if (screen === 'schools' && rest === '')
    return send(response, 200, balanceRoutes.schools.response.parse(county.schoolsPage()));
  if (screen === 'trace') {
    return send(response, 200, balanceRoutes.trace.response.parse(county.trace(query.get('indicator') ?? '')));
  }
  const found =
    screen === 'schools'
      ? county.school(rest)
      : screen === 'indicators'
        ? county.indicator(rest, query.get('stage'))
        : null;
  return found === null ? refuse(response, 404, 'sample.unknown') : send(response, 200, found);
}

function sendFile(webRoot: string, path: string, response: ServerResponse) {
  const asked = join(webRoot, path);
  const file = existsSync(asked) && statSync(asked).isFile() ? asked : join(webRoot, 'index.html');
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

/** Serves the built web with made-up counties; resolves when it listens. */
export function startFixtureServer(webRoot: string, port = 0): Promise<Server> {
  const server = createServer((request: IncomingMessage, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost');
    if (!address.pathname.startsWith('/api/v1')) return sendFile(webRoot, address.pathname, response);
    try {
      answer(address.pathname.slice('/api/v1'.length), address.searchParams, response);
    } catch (error) {
      process.stderr.write(`${address.pathname} ${String(error)}\n`);
      refuse(response, 500, 'sample.broken');
    }
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

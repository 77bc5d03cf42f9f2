import { describe, expect, it } from 'vitest';
import { admissionRoutes } from '#contracts/admission';
import { auditRoutes } from '#contracts/audit';
import { balanceRoutes } from '#contracts/balance';
import { campaignsRoutes } from '#contracts/campaigns';
import { caseworkRoutes } from '#contracts/casework';
import { conditionsRoutes } from '#contracts/conditions';
import { filesRoutes } from '#contracts/files';
import { formsRoutes } from '#contracts/forms';
import { instrumentsRoutes } from '#contracts/instruments';
import { jobsRoutes } from '#contracts/jobs';
import { ledgerRoutes } from '#contracts/ledger';
import { organizationRoutes } from '#contracts/organization';
import { peopleRoutes } from '#contracts/people';
import { plansRoutes } from '#contracts/plans';
import { practiceRoutes } from '#contracts/practice';
import { qualityRoutes } from '#contracts/quality';
import { recognitionRoutes } from '#contracts/recognition';
import { seatsRoutes } from '#contracts/seats';
import { signInRoutes } from '#contracts/sign-in';
import { admissionPaths } from '#web/pages/admission/admission-paths';
import { fileAddress, fillPath } from './call.ts';
import { routePaths } from './route-paths.ts';

describe('routes', () => {
  it('are exactly those of the contracts', () => {
    const contracts = {
      admission: admissionRoutes,
      audit: auditRoutes,
      balance: balanceRoutes,
      casework: caseworkRoutes,
      conditions: conditionsRoutes,
      files: filesRoutes,
      instruments: instrumentsRoutes,
      ledger: ledgerRoutes,
      jobs: jobsRoutes,
      organization: organizationRoutes,
      people: peopleRoutes,
      plans: plansRoutes,
      quality: qualityRoutes,
      recognition: recognitionRoutes,
      campaigns: campaignsRoutes,
      forms: formsRoutes,
      practice: practiceRoutes,
      seats: seatsRoutes,
      signIn: signInRoutes,
    };
    const written = Object.fromEntries(
      Object.entries(contracts).flatMap(([module, routes]) =>
        Object.entries<{ readonly method: string; readonly path: string }>(routes).map(([name, route]) => [
          `${module}.${name}`,
          `${route.method} ${route.path}`,
        ]),
      ),
    );
    expect({ ...routePaths, ...admissionPaths }).toEqual(written);
  });

  it('write parameters into the path safely', () => {
    expect(fillPath('/a/:area/b/:unit', { area: '330421', unit: 'x/y 1' })).toBe('/a/330421/b/x%2Fy%201');
    expect(fileAddress('balance.report', { params: { area: '330421' }, query: { format: 'pdf', year: 2026 } })).toBe(
      '/api/v1/balance/areas/330421/report?format=pdf&year=2026',
    );
  });
});

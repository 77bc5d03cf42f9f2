import {
  assignBody,
  ledgerLineAnswer,
  ledgerLineParams,
  ledgerPage,
  ledgerParams,
  ledgerQuery,
  movedLines,
} from './shapes/lines.ts';

export * from './shapes/lines.ts';

const areaErrors = ['organization.areaNotFound'] as const;

/** The doors of the ledger, below `/api/v1`: gaps, who answers for them and what became of them. */
export const ledgerRoutes = {
  lines: {
    method: 'GET',
    path: '/ledger/areas/:area/lines',
    titleKey: 'ledger.lines',
    access: { permission: 'ledger.read', at: 'anywhere' },
    params: ledgerParams,
    query: ledgerQuery,
    response: ledgerPage,
    errors: [...areaErrors, 'core.cursorRefused'],
  },
  line: {
    method: 'GET',
    path: '/ledger/areas/:area/lines/:line',
    titleKey: 'ledger.line',
    access: { permission: 'ledger.read', at: 'record' },
    params: ledgerLineParams,
    response: ledgerLineAnswer,
    errors: [...areaErrors, 'ledger.lineNotFound'],
  },
  assign: {
    method: 'PUT',
    path: '/ledger/areas/:area/lines/:line',
    titleKey: 'ledger.assign',
    access: { permission: 'ledger.assign', at: { area: 'params.area' } },
    params: ledgerLineParams,
    body: assignBody,
    response: ledgerLineAnswer,
    errors: [...areaErrors, 'ledger.lineNotFound', 'ledger.reasonMissing'],
  },
  measure: {
    method: 'POST',
    path: '/ledger/areas/:area/measurements',
    titleKey: 'ledger.measure',
    access: { permission: 'ledger.measure', at: { area: 'params.area' } },
    params: ledgerParams,
    response: movedLines,
    errors: [...areaErrors, 'balance.noFacts', 'conditions.standardNotFound'],
  },
} as const;

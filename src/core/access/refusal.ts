import { nationCode } from '#core/codes';
import { DomainError } from '#core/errors';
import { errors } from './errors.ts';
import { permissionCatalogue } from './permission.ts';
import type { Roles } from './roles.ts';

/** A refusal that says what was asked for and which roles could give it, each language in its own words. */
export function refusalOf(roles: Roles, permission: string, area: string | undefined): DomainError {
  const able = [...roles.values()].filter(
    ({ at, permissions }) => at !== 'nowhere' && permissions !== 'all' && permissions.includes(permission),
  );
  const said = (language: 'zh' | 'en') =>
    errors.forbidden({
      area: area ?? nationCode,
      permission: permissionCatalogue().get(permission)?.[language] ?? permission,
      roles: able.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', ') || '—',
    });
  const [zh, en] = [said('zh'), said('en')];
  return new DomainError({
    code: zh.code,
    status: zh.status,
    parameters: { area: area ?? nationCode, permission, roles: able.map(({ id }) => id).join(' ') },
    text: { zh: zh.text.zh, en: en.text.en },
    remedy: { zh: zh.remedy.zh, en: en.remedy.en },
  });
}

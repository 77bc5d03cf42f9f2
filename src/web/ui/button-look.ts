export type ButtonLook = 'plain' | 'strong' | 'quiet' | 'danger';

export const buttonLooks = {
  plain: { type: 'default' },
  strong: { type: 'primary' },
  quiet: { type: 'text' },
  danger: { type: 'default', danger: true },
} as const satisfies Readonly<Record<ButtonLook, object>>;

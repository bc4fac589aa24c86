/** What a template may name, and what it stands for. */
export const templateFields = [
  'gateway',
  'host',
  'time',
  'title',
  'text',
  'event',
  'severity',
  'line',
  'status',
  'cause',
  'duration',
  'count',
] as const;
export type TemplateField = (typeof templateFields)[number];

export const usualTitle = '{{gateway}}: {{title}}';
export const usualText = '{{text}}';

const field = /\{\{([^{}]*)\}\}/g;

/** Names in a template that are no fields, as they stand there. */
export const unknownFields = (template: string): readonly string[] =>
  [...template.matchAll(field)].map(([, name = '']) => name.trim()).filter(name => !isField(name));

const isField = (name: string): name is TemplateField => templateFields.some(one => one === name);

/** The template with values; what a value says is never read as a template. */
export const filled = (template: string, values: Readonly<Record<TemplateField, string>>): string =>
  template.replaceAll(field, (whole, name: string) => {
    const known = name.trim();
    return isField(known) ? values[known] : whole;
  });

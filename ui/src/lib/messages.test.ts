import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { choices, methods } from './generated/choices';

const root = join(import.meta.dirname, '../..');
const ids = (language: string) =>
  new FluentResource(readFileSync(join(root, `messages/${language}.ftl`), 'utf8')).body.map((entry) => entry.id);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : sources(path);
    return /\.(svelte|ts)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('the message files', () => {
  it('hold the same messages in Dutch and English, each once', () => {
    expect(ids('nl')).toEqual([...new Set(ids('nl'))]);
    expect([...ids('nl')].sort()).toEqual([...ids('en')].sort());
  });

  it('hold every message that the window asks for', () => {
    const asked = sources(join(root, 'src')).flatMap((text) => [...text.matchAll(/\bt\('([a-z0-9-]+)'/g)]);
    const there = new Set(ids('nl'));
    expect(asked.map((match) => match[1]).filter((id) => id && !there.has(id))).toEqual([]);
  });

  it('hold a label for every choice, method and step', () => {
    const there = new Set(ids('nl'));
    const labels = Object.entries(choices).flatMap(([list, values]) =>
      values.map((value) => `${list}-${value.replace('+', 'plus')}`),
    );
    for (const method of methods) {
      labels.push(`method-${method.name}`);
      for (const phase of method.phases) labels.push(...phase.steps.map((step) => `step-${method.name}-${step}`));
    }
    expect(labels.filter((label) => !there.has(label))).toEqual([]);
  });
});

// All text of the window, in Dutch and English, through Fluent.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { isFailure } from './api';
import type { Message } from '$generated/Message';
import { texts } from './texts';

const bundles = new Map<string, FluentBundle>();

/**
 * Returns the messages of a language. They are parsed at first use, because most people use one language only.
 */
function bundle(language: string): FluentBundle {
  const there = bundles.get(language);
  if (there) return there;
  const fresh = new FluentBundle(language, { useIsolating: false });
  fresh.addResource(new FluentResource(language === 'en' ? texts.en : texts.nl));
  bundles.set(language, fresh);
  return fresh;
}

const state = $state({ language: 'nl' });

export function language(): string {
  return state.language;
}

export function setLanguage(language: string): void {
  state.language = language in texts ? language : 'nl';
  document.documentElement.lang = state.language;
}

/** Returns the text of a message in the chosen language. */
export function t(id: string, args: Record<string, FluentVariable> = {}): string {
  const spoken = bundle(state.language);
  const message = spoken.getMessage(id);
  return message?.value ? spoken.formatPattern(message.value, args) : id;
}

/** Returns the label of a choice. A value that a newer version wrote is returned as it is. */
export function choice(list: string, value: string | null | undefined): string {
  if (!value) return '';
  const id = `${list}-${value.replace('+', 'plus')}`;
  const text = t(id);
  return text === id ? value : text;
}

/**
 * Returns the text of a message from Rust. Only `count` becomes a number: other digits may be part of an id.
 */
export function say(message: Message): string {
  const args: Record<string, FluentVariable> = {};
  for (const [key, text = ''] of Object.entries(message.args)) {
    const isNumber = key === 'count' && text.trim() !== '' && Number.isFinite(Number(text));
    args[key] = isNumber ? Number(text) : text;
  }
  return t(message.id, args);
}

/** Explains a failure and what to do about it, in one or two sentences. */
export function explain(thrown: unknown): string {
  if (!isFailure(thrown)) return t('error-unexpected', { detail: String(thrown) });
  const args = { ...thrown.args } as Record<string, string>;
  if (args.field) args.field = t(`field-${args.field}`);
  return t(`error-${thrown.code}`, args);
}

/**
 * Returns the locale for dates and numbers. English uses the European order, with the day before the month.
 */
export const locale = () => (state.language === 'en' ? 'en-GB' : state.language);

/** Formats a number for the language, with at most two decimals. */
export function digits(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value);
}

/** Formats the hour and minutes of a moment. */
export function time(iso: string): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

export function day(iso: string): string {
  const format = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric' });
  return format.format(new Date(iso));
}

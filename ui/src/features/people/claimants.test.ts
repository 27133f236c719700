import { expect, it } from 'vitest';
import { namesInOne, namesOf } from './claimants';

const claimant = (id: string, name: string) => ({ id, name, me: false });

it('names people who have different names by these', () => {
  expect(namesOf([claimant('aa', 'Bram'), claimant('bb', 'Carla')])).toEqual(['Bram', 'Carla']);
});

it('tells people with one name apart by the marks of their keys', () => {
  const names = namesOf([
    claimant('0123456789abcdef', 'Bram'),
    claimant('fedcba9876543210', 'Bram'),
    claimant('bb', 'Carla'),
  ]);
  expect(names).toEqual(['Bram (kenmerk 0123456789ab)', 'Bram (kenmerk fedcba987654)', 'Carla']);
});

it('lists names of which one is meant', () => {
  expect(namesInOne(['Anna', 'Bram', 'Carla'])).toBe('Anna, Bram of Carla');
});

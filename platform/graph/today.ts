// Which day it is in Beijing (今日), asked once a request.
import { findToday } from '../database/today';
import { defineLoader } from './loader';

export const todayInBeijing = defineLoader<string, 'today'>(
  'today in Beijing',
  () => '',
  async (rows) => new Map([['today', await findToday(rows)]]),
);

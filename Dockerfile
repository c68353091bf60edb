# galley and what it needs to run, from its Debian package; nothing is compiled in the image.
#
#   docker build --build-arg PACKAGE=galley_0.1.0_amd64.deb --tag galley .
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" galley check
FROM debian:12-slim
ARG PACKAGE
COPY ${PACKAGE} /tmp/galley.deb
RUN apt-get -qq update \
    && DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends \
        /tmp/galley.deb hunspell-en-gb \
    && rm -rf /tmp/galley.deb /var/lib/apt/lists/* \
    && galley --version
WORKDIR /work
USER nobody
ENTRYPOINT ["galley"]
CMD ["check"]

# The tool (recognize, landmarks, prepare, convert, doctor) with its models and ffmpeg, for a user without root rights:
#
#   docker build --build-arg SDK_IMAGE=<an image with the .NET 10 SDK on Debian or Ubuntu> --tag hasta .
#   docker run --rm --network none --volume "$PWD:/clips:ro" hasta recognize /clips/clip.mp4
ARG SDK_IMAGE
ARG RUNTIME_IMAGE=debian:bookworm-slim

FROM ${SDK_IMAGE} AS build
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# The build takes MediaPipe's models from npm.
RUN apt-get update && apt-get install --yes --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN arch=$(dpkg --print-architecture | sed s/amd64/x64/) \
    && dotnet publish src/Hasta.Tool --configuration Release -p:BuildPage=false --runtime "linux-$arch" --self-contained --output /hasta

FROM ${RUNTIME_IMAGE}
RUN apt-get update && apt-get install --yes --no-install-recommends ffmpeg libstdc++6 && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 hasta
COPY --from=build /hasta /opt/hasta
USER hasta
WORKDIR /home/hasta
ENTRYPOINT ["/opt/hasta/Hasta.Tool"]

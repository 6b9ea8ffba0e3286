# syntax=docker/dockerfile:1
# The market in one image; the database and the mail server are elsewhere (compose.yaml shows both).
# x64 alone: the image library comes as a binary for linux-x64.
FROM --platform=linux/amd64 mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish src/Souq.Host --configuration Release --output /app

# This image has ICU and time zones: Arabic collation and the clock of Algiers need them.
FROM --platform=linux/amd64 mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# Photos and keys: what is not in the database.
RUN mkdir /data && chown "$APP_UID:$APP_UID" /data
VOLUME /data
ENV SOUQ_DATA=/data \
    ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_HTTP_PORTS=8080 \
    DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
EXPOSE 8080
USER $APP_UID
# The image has no curl; bash can ask as well.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["dotnet", "Souq.Host.dll"]

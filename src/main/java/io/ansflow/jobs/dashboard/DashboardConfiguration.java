package io.ansflow.jobs.dashboard;

import io.ansflow.security.ProtectedPaths;
import jakarta.servlet.http.HttpServlet;
import org.jobrunr.dashboard.JobRunrApiHandler;
import org.jobrunr.dashboard.JobRunrStaticFileHandler;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.ThreadSafeStorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The three handlers of the dashboard. Its pages name their paths absolutely, so they are served exactly there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DashboardConfiguration {
    private static final String[] API = {
        "/api/jobs/*", "/api/recurring-jobs/*", "/api/servers/*", "/api/problems/*", "/api/version/*", "/api/metadata/*"
    };

    @Bean
    ServletRegistrationBean<HandlerServlet> dashboardPages() {
        return register("dashboardPages", new HandlerServlet(new JobRunrStaticFileHandler()), "/dashboard/*");
    }

    @Bean
    ServletRegistrationBean<HandlerServlet> dashboardApi(StorageProvider storage, JsonMapper json) {
        var handler = new JobRunrApiHandler(new ThreadSafeStorageProvider(storage), json, false);
        return register("dashboardApi", new HandlerServlet(handler), API);
    }

    @Bean
    ServletRegistrationBean<EventStreamServlet> dashboardEvents(
            StorageProvider storage, JsonMapper json, EventStreams streams) {
        var handler = new RecordingSseHandler(new ThreadSafeStorageProvider(storage), json);
        return register("dashboardEvents", new EventStreamServlet(handler, streams), "/sse/*");
    }

    @Bean
    EventStreams dashboardStreams() {
        return new EventStreams();
    }

    @Bean
    ProtectedPaths dashboardPaths() {
        return new DashboardPaths();
    }

    private static <T extends HttpServlet> ServletRegistrationBean<T> register(
            String name, T servlet, String... paths) {
        ServletRegistrationBean<T> registration = new ServletRegistrationBean<>(servlet, paths);
        registration.setName(name);
        return registration;
    }
}
